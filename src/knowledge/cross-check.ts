import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { checkAnswers } from "./check-answers.ts";
import { checkDialog } from "./check-dialog.ts";
import { checkNotice } from "./check-notice.ts";
import type { Fault } from "./yaml-file.ts";

/** What no single file can tell: whether the files of a pack agree with one another. */
export function crossCheck(pack: Pack, files: PackFiles): Fault[] {
  return [...checkNotice(pack, files), ...checkDialog(pack, files), ...checkAnswers(pack, files)];
}
