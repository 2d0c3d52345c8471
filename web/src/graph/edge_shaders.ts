// An edge is a ribbon along a cubic Bézier curve, with an arrow head: one instance of a triangle strip.
// All lengths are CSS pixels.

export const vertexShader = /* glsl */ `
attribute vec3 a_corner;   // place along the ribbon (0 to 1), side (-1, 1), part: 0 ribbon, 1 head, 2 tip
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_ends;     // sizes of the nodes at both ends
attribute vec4 a_shape;    // thickness, curvature, line (see edge_program.ts), emphasis
#ifdef PICKING_MODE
attribute vec4 a_id;
#else
attribute vec4 a_color;
#endif

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_scale;     // pixels of a size of 1
uniform float u_minThickness;
uniform float u_dim;
uniform float u_opacity;

varying vec4 v_color;
varying float v_side;      // distance from the middle of the ribbon
varying float v_half;      // half of its thickness
varying float v_along;     // distance from its start
varying float v_line;

vec2 p0, p1, p2, p3;

vec2 toPixels(vec2 place) {
  return ((u_matrix * vec3(place, 1.0)).xy * 0.5 + 0.5) * u_viewport;
}
vec2 curve(float t) {
  float s = 1.0 - t;
  return s * s * s * p0 + 3.0 * s * s * t * p1 + 3.0 * s * t * t * p2 + t * t * t * p3;
}
vec2 tangent(float t) {
  float s = 1.0 - t;
  vec2 d = s * s * (p1 - p0) + 2.0 * s * t * (p2 - p1) + t * t * (p3 - p2);
  float l = length(d);
  return l > 0.0001 ? d / l : vec2(1.0, 0.0);
}
// The parameter at which the curve is \`radius\` away from its start, or from its end.
float leave(float radius) {
  float t = radius / max(3.0 * length(p1 - p0), 0.001);
  for (int i = 0; i < 2; ++i) t *= radius / max(length(curve(min(t, 1.0)) - p0), 0.001);
  return t;
}
float arrive(float radius) {
  float t = radius / max(3.0 * length(p3 - p2), 0.001);
  for (int i = 0; i < 2; ++i) t *= radius / max(length(curve(max(1.0 - t, 0.0)) - p3), 0.001);
  return 1.0 - t;
}
// A loop stands off its node, the next one of the same node further round.
void loop(float size, float number) {
  float angle = 0.9 + number * 1.1;
  float reach = size * 2.0 + 34.0;
  p1 = p0 + reach * vec2(cos(angle - 0.55), sin(angle - 0.55));
  p2 = p0 + reach * vec2(cos(angle + 0.55), sin(angle + 0.55));
}

void main() {
  p0 = toPixels(a_source);
  p3 = toPixels(a_target);
  vec2 chord = p3 - p0;
  float distance = length(chord);
  vec2 middle = 0.5 * (p0 + p3) + vec2(-chord.y, chord.x) * a_shape.y;
  p1 = mix(p0, middle, 2.0 / 3.0);
  p2 = mix(p3, middle, 2.0 / 3.0);
  vec2 radius = a_ends * u_scale;
  if (a_source == a_target) loop(radius.x, a_shape.y);

  float emphasis = a_shape.w;
  float thickness = max(u_minThickness, a_shape.x * u_scale) * (1.0 + 0.25 * emphasis);
  float headLength = 4.0 + 2.4 * thickness;
  float headHalf = 2.2 + 1.1 * thickness;
#ifdef PICKING_MODE
  thickness = max(thickness, 8.0);
#endif
  float bodyHalf = 0.5 * thickness;

  float from = leave(radius.x + 1.0);
  float tip = arrive(radius.y + 1.5);
  float to = arrive(radius.y + 1.5 + headLength);
  if (a_shape.x <= 0.0 || from >= to) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);  // the nodes touch, or the edge is hidden
    return;
  }

  float t = a_corner.z == 2.0 ? tip : a_corner.z == 1.0 ? to : mix(from, to, a_corner.x);
  vec2 along = tangent(t);
  v_half = a_corner.z == 0.0 ? bodyHalf : a_corner.z == 1.0 ? max(headHalf, bodyHalf) : 0.0;
  v_side = a_corner.z == 2.0 ? 0.0 : a_corner.y * (v_half + 1.0);
  float length_ = 0.5 * (distance + length(p1 - p0) + length(p2 - p1) + length(p3 - p2));
  v_along = length_ * (t - from);
  v_line = a_corner.z == 0.0 ? a_shape.z : 0.0;
  vec2 place = curve(t) + vec2(-along.y, along.x) * v_side;
  if (a_corner.z == 2.0) place += along;
  gl_Position = vec4(place / u_viewport * 2.0 - 1.0, 0.0, 1.0);

#ifdef PICKING_MODE
  v_color = a_id;
  v_color.a *= 255.0 / 254.0;
#else
  v_color = a_color * (255.0 / 254.0);
  v_color.a = emphasis > 0.0 ? 1.0 : u_opacity * u_dim;
#endif
}
`;

export const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_side;
varying float v_half;
varying float v_along;
varying float v_line;

uniform float u_pixelRatio;

float inside(float distance) {
  return clamp(distance * u_pixelRatio + 0.5, 0.0, 1.0);
}

void main() {
#ifdef PICKING_MODE
  gl_FragColor = abs(v_side) <= v_half ? v_color : vec4(0.0);
#else
  float cover = inside(v_half - abs(v_side));
  if (v_line > 2.5) {
    float dash = 9.0 + 2.0 * v_half;
    float dot = max(v_half, 0.9);
    float gap = 3.5 + v_half;
    float place = mod(v_along, dash + 2.0 * gap + 2.0 * dot);
    float inDash = cover * inside(0.5 * dash - abs(place - 0.5 * dash));
    cover = max(inDash, inside(dot - length(vec2(place - dash - gap - dot, v_side))));
  } else if (v_line > 1.5) {
    float dot = max(v_half, 0.9);
    float period = 2.0 * dot + 3.5;
    cover = inside(dot - length(vec2(mod(v_along, period) - 0.5 * period, v_side)));
  } else if (v_line > 0.5) {
    float dash = 6.0 + 2.0 * v_half;
    float period = dash + 4.5 + v_half;
    cover *= inside(0.5 * dash - abs(mod(v_along, period) - 0.5 * period));
  }
  float alpha = v_color.a * cover;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
#endif
}
`;
