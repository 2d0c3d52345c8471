// sigma's WebGL program for nodes: a disc with an outline.
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import { type Look, rgb } from "./look";

export interface NodeLook extends NodeDisplayData {
  emphasis: number; // 0 none, 1 belongs to what is chosen, 2 is chosen
}

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_dim", "u_ink", "u_ground", "u_accent"] as const;
type Uniform = (typeof UNIFORMS)[number];

const vertexShader = /* glsl */ `
attribute float a_angle;
attribute vec2 a_position;
attribute vec2 a_disc;     // size, emphasis
#ifdef PICKING_MODE
attribute vec4 a_id;
#else
attribute vec4 a_color;
#endif

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_place;      // from the middle, in pixels
varying float v_radius;
varying float v_emphasis;

void main() {
  float pixels = a_disc.x / u_sizeRatio;
  float reach = 2.0 * (pixels + (a_disc.y > 1.5 ? 4.0 : 1.5));  // a triangle around the disc
  v_place = reach * vec2(cos(a_angle), sin(a_angle));
  vec2 place = a_position + v_place * u_correctionRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(place, 1.0)).xy, 0.0, 1.0);
  if (a_disc.x <= 0.0) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);  // hidden
  v_radius = pixels;
  v_emphasis = a_disc.y;
#ifdef PICKING_MODE
  v_color = a_id;
#else
  v_color = a_color;
#endif
  v_color.a *= 255.0 / 254.0;
}
`;

const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_emphasis;

uniform float u_dim;
uniform vec3 u_ink;
uniform vec3 u_ground;
uniform vec3 u_accent;

float inside(float distance) { return clamp(distance + 0.5, 0.0, 1.0); }

void main() {
  float distance = length(v_place);
#ifdef PICKING_MODE
  gl_FragColor = distance <= max(v_radius, 5.0) ? v_color : vec4(0.0);
#else
  float outline = clamp(v_radius * 0.16, 0.8, 1.6);
  vec3 fill = mix(v_color.rgb, u_ink, 0.5 * inside(distance - v_radius + outline));
  float alpha = inside(v_radius - distance);
  if (v_emphasis > 1.5) {
    float ring = inside(v_radius + 3.5 - distance);
    fill = mix(u_accent, fill, inside(v_radius + 0.5 - distance));
    alpha = max(alpha, ring);
  }
  // Dimmed nodes hide the edges below them still.
  if (v_emphasis < 0.5) fill = mix(u_ground, fill, u_dim);
  gl_FragColor = vec4(fill * alpha, alpha);
#endif
}
`;

const CORNERS = [0, (2 * Math.PI) / 3, (4 * Math.PI) / 3];

export function createNodeProgram(look: Look) {
  const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

  return class DiscProgram extends NodeProgram<Uniform> {
    override getDefinition() {
      return {
        VERTICES: CORNERS.length,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_disc", size: 2, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
        CONSTANT_DATA: CORNERS.map((angle) => [angle]),
      };
    }

    override processVisibleItem(id: number, start: number, data: NodeLook): void {
      this.array.set([data.x, data.y, data.size, data.emphasis, floatColor(data.color), id], start);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      const at = uniformLocations as Record<Uniform, WebGLUniformLocation>;
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      gl.uniform1f(at.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(at.u_correctionRatio, params.correctionRatio);
      gl.uniform1f(at.u_dim, look.dim);
      gl.uniform3fv(at.u_ink, rgb(look.dark ? "#000000" : look.ink));
      gl.uniform3fv(at.u_ground, rgb(look.background));
      gl.uniform3fv(at.u_accent, rgb(look.accent));
    }
  };
}
