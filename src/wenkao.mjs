#!/usr/bin/env node
// Runs the TypeScript sources as they are, from whichever folder it is called.
import { register } from "tsx/esm/api";

register();
await import("./cli.ts");
