// Dates put together by day, month or year, so that there are a few dozen of each.

export interface Bin {
  date: string; // ISO 8601, as long as the step wants it
  count: number;
}

const MOST_BINS = 72;

function following(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  if (date.length === 4) return String(year + 1).padStart(4, "0");
  const next = new Date(Date.UTC(2000, 0, 1));
  next.setUTCFullYear(year, date.length === 7 ? month : month - 1, date.length === 7 ? 1 : day + 1);
  return next.toISOString().slice(0, date.length);
}

// Every step from the first date to the last; null where there are too many.
function steps(first: string, last: string, length: number, most: number): string[] | null {
  const full = (date: string) => (date + "-01-01").slice(0, 10).slice(0, length);
  const dates: string[] = [];
  for (let date = full(first); date <= full(last); date = following(date)) {
    if (dates.length === most) return null;
    dates.push(date);
  }
  return dates;
}

// `dates` are sorted. No bins where there is nothing to choose between.
export function timeBins(dates: string[]): Bin[] {
  const valid = dates.filter((date) => /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?/.test(date) && date >= "0001");
  const [first, last] = [valid[0], valid[valid.length - 1]];
  if (first === undefined || last === undefined) return [];
  const list = steps(first, last, 10, MOST_BINS) ?? steps(first, last, 7, MOST_BINS) ?? steps(first, last, 4, 10_000) ?? [];
  if (list.length < 2) return [];
  const length = list[0]?.length ?? 4;
  const counts = new Map(list.map((date) => [date, 0]));
  for (const date of valid) {
    const key = (date + "-01-01").slice(0, 10).slice(0, length);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return list.map((date) => ({ date, count: counts.get(date) ?? 0 }));
}
