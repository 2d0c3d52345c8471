// The page of the small graph and a browser, for all tests of the file that imports them.
import { after, before } from "node:test";

import { launch, makePage, workFolder } from "./browser.mjs";
import { small } from "./graphs.mjs";

export let browser;
export let file;
before(async () => {
  file = makePage(workFolder(), "small", small);
  browser = await launch();
});
after(() => browser?.close());
