import { writeFileSync } from "node:fs";
import { drawDialog } from "./dialog-picture.ts";

/** `npm run diagram` */
writeFileSync(new URL("dialog.svg", import.meta.url), await drawDialog());
