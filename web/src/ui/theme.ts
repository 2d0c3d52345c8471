// Dark and light: as the system has it, until the reader says otherwise.
export interface Theme {
  dark(): boolean;
  toggle(): void;
}

export function makeTheme(onChange: (dark: boolean) => void): Theme {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  let chosen: boolean | null = null;
  const dark = () => chosen ?? system.matches;
  const apply = () => {
    document.documentElement.dataset["theme"] = dark() ? "dark" : "light";
    onChange(dark());
  };
  system.addEventListener("change", apply);
  document.documentElement.dataset["theme"] = dark() ? "dark" : "light";
  return { dark, toggle: () => { chosen = !dark(); apply(); } };
}
