// Room for labels: which parts of the drawing have one already.
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export class LabelBoxes {
  private boxes: Box[] = [];

  clear(): void {
    this.boxes = [];
  }

  isFree(box: Box): boolean {
    return !this.boxes.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
  }

  take(box: Box): void {
    this.boxes.push(box);
  }
}
