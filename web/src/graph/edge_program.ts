// sigma's WebGL program for edges: curved, solid, dashed or dotted, with arrow heads, wide enough to click.
import type Sigma from "sigma";
import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import { fragmentShader, vertexShader } from "./edge_shaders";
import type { Look } from "./look";

// What sigma hands through beside its own fields.
export interface EdgeLook extends EdgeDisplayData {
  curvature: number; // see curves.ts
  line: number; // 0 solid, 1 dashed, 2 dotted, 3 dash and dot
  emphasis: number; // 0 or 1
}

const UNIFORMS = ["u_matrix", "u_viewport", "u_scale", "u_minThickness", "u_dim", "u_opacity", "u_pixelRatio"] as const;
type Uniform = (typeof UNIFORMS)[number];

// Corners of the triangle strip: the ribbon in pieces, then head and tip.
function corners(pieces: number): number[][] {
  const strip: number[][] = [];
  for (let i = 0; i <= pieces; ++i) for (const side of [-1, 1]) strip.push([i / pieces, side, 0]);
  return [...strip, [1, -1, 1], [1, 1, 1], [1, 0, 2]];
}

// `pieces`: 1 for straight edges.
export function createEdgeProgram(look: Look, pieces: number) {
  const constantData = corners(pieces);
  const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;

  return class RibbonProgram extends EdgeProgram<Uniform> {
    constructor(gl: WebGLRenderingContext, picking: WebGLFramebuffer | null, renderer: Sigma) {
      super(gl, picking, renderer);
    }

    override getDefinition() {
      return {
        VERTICES: constantData.length,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_ends", size: 2, type: FLOAT },
          { name: "a_shape", size: 4, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 3, type: FLOAT }],
        CONSTANT_DATA: constantData,
      };
    }

    override processVisibleItem(
      id: number, start: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeLook,
    ): void {
      this.array.set(
        [source.x, source.y, target.x, target.y, source.size, target.size, data.size, data.curvature, data.line,
         data.emphasis, floatColor(data.color), id], start);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      const at = uniformLocations as Record<Uniform, WebGLUniformLocation>;
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      gl.uniform2f(at.u_viewport, params.width, params.height);
      gl.uniform1f(at.u_scale, 1 / params.sizeRatio);
      gl.uniform1f(at.u_minThickness, params.minEdgeThickness);
      gl.uniform1f(at.u_dim, look.dim);
      gl.uniform1f(at.u_opacity, look.edgeOpacity);
      gl.uniform1f(at.u_pixelRatio, params.pixelRatio);
    }

    // While the camera moves nobody points at an edge: finding it would cost as much as drawing it.
    override render(params: RenderParams): void {
      const picking = this.pickProgram;
      if (look.moving) this.pickProgram = null;
      super.render(params);
      this.pickProgram = picking;
    }
  };
}
