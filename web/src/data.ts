// What newsgraph writes into the page: src/formats/html/html_data.cpp is the other side of this.

export type Role = "subject" | "object" | "trigger";
export type Line = "solid" | "dashed" | "dotted" | "dashdot";
export type Value = string | number | boolean;

// A part of the sentence; `start` counts bytes of the document's text.
export interface StatementPart {
  text: string;
  start?: number;
}

export interface StatementData {
  id?: string;
  document: number; // place in PageData.documents
  text?: string;
  start?: number;
  subject?: StatementPart;
  object?: StatementPart;
  trigger?: StatementPart;
  scope?: string;
  speaker?: string;
  rule?: string;
  confidence?: number;
  marks?: [begin: number, end: number, role: Role][]; // in UTF-16 units of `text`, in order, without overlaps
}

export interface NodeData {
  id: string;
  name?: string;
  type: number;
  x: number;
  y: number;
  size: number;
  aliases?: string[];
  mentions?: number;
  documents?: number;
  state?: string; // name of the state that it stands for or lies in
  community?: number;
  attributes?: Record<string, Value>;
}

export interface EdgeData {
  id: string;
  source: number;
  target: number;
  relation: number;
  status: number;
  weight: number;
  width: number;
  confidence?: number;
  scope?: string;
  first_date?: string; // ISO 8601, or its beginning
  last_date?: string;
  documents?: number;
  evidence?: string; // where there are no statements
  statements?: StatementData[];
  left_out?: number; // statements that found no room
  attributes?: Record<string, Value>;
}

export interface DocumentData {
  id?: string;
  title?: string;
  date?: string;
  url?: string;
  file?: string; // where there is no url: the path from the input on, and the row
}

export interface PageData {
  totals: { nodes: number; edges: number; statements: number }; // of the graph, of which this may be a part
  placed?: boolean; // x and y come from the file: the page keeps them
  types: { name: string; color: string }[];
  relations: { name: string; color: string }[];
  statuses: { name: string; line: Line }[];
  nodes: NodeData[];
  edges: EdgeData[];
  documents: DocumentData[];
}

export function readData(): PageData {
  return JSON.parse(document.getElementById("data")?.textContent ?? "") as PageData;
}
