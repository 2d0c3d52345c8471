// Which edges show their relation, and where. sigma would look at all edges of the graph in each frame; here the few that
// can have a label are known.
import type Sigma from "sigma";
import type { EdgeDisplayData } from "sigma/types";

import type { Edge } from "../model";
import type { Store } from "../state";
import type { Emphasis } from "./emphasis";
import { drawEdgeLabel, type End } from "./labels";
import type { Look } from "./look";
import type { Names } from "./names";

export class EdgeLabels {
  private readonly drawLabel: ReturnType<typeof drawEdgeLabel>;

  constructor(
    private readonly sigma: Sigma, private readonly store: Store, private readonly look: Look, private readonly names: Names,
  ) {
    this.drawLabel = drawEdgeLabel(look, names.boxes);
  }

  draw(emphasis: Emphasis): void {
    const context = this.sigma.getCanvases()["edgeLabels"]?.getContext("2d");
    if (!context) return;
    const { width, height } = this.sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    for (const edge of this.labelled(emphasis)) {
      const data = this.sigma.getEdgeDisplayData(String(edge.index));
      const [source, target] = [this.end(edge.source.index), this.end(edge.target.index)];
      if (data && source && target && !data.hidden) this.drawLabel(context, this.scaled(data), source, target);
    }
  }

  private labelled(emphasis: Emphasis): Edge[] {
    const { model, shown } = this.store;
    if (emphasis.any()) return emphasis.listEdges().flatMap((index) => model.edges[index] ?? []);
    if (shown.edgeCount > this.look.labelLimit) return [];
    const isNamed = (index: number) => this.names.has(String(index));
    return model.edges.filter((edge) => shown.edges[edge.index] === 1 && isNamed(edge.source.index) && isNamed(edge.target.index));
  }

  private scaled(data: EdgeDisplayData): EdgeDisplayData {
    return { ...data, size: this.sigma.scaleSize(data.size) };
  }

  private end(index: number): End | null {
    const data = this.sigma.getNodeDisplayData(String(index));
    if (data === undefined || data.hidden) return null;
    return { ...this.sigma.framedGraphToViewport(data), size: this.sigma.scaleSize(data.size) };
  }
}
