import { loadPack, } from "../src/knowledge/load.ts";
import { createNames } from "../src/rules/names.ts";
import { createAssess } from "../src/assess.ts";
import { readFileSync } from "node:fs";
let p: any; try { p = loadPack("content/quanmeiti-2026"); } catch (e) { console.log("pack faults"); }
import { parse } from "yaml";
if(!p){ p = {}; for (const f of ["projects","eligibility","occupations","majors","education","interview","registration"]) p[f]=parse(readFileSync(`content/quanmeiti-2026/${f}.yaml`,"utf8")); p.meta=parse(readFileSync(`content/quanmeiti-2026/pack.yaml`,"utf8"));
const al=(o:any)=>{ if(Array.isArray(o)) o.forEach(al); else if(o&&typeof o==="object"){ if(("name" in o||"id" in o) && !o.aliases) o.aliases=[]; Object.values(o).forEach(al);} }; al(p);}
const a = createAssess(p, createNames(p), ()=>"2026-11-23");
for (const l of readFileSync("../shared/eval/eligibility-dev.jsonl","utf8").trim().split("\n")) { const j=JSON.parse(l); const o=a(j); const strip=JSON.parse(JSON.stringify(j)); for (const w of strip.facts.work) delete w.match; for (const w of strip.facts.education) delete w.major_match; for (const w of strip.facts.certificates) delete w.match; const o2=a(strip);
 for (const lv of ["四级","三级"]) { const ok=j.accept[lv].includes(o.levels[lv]!.verdict), ok2=j.accept[lv].includes(o2.levels[lv]!.verdict); if(!ok||!ok2) console.log(j.id,lv,o.levels[lv],o2.levels[lv],j.accept[lv],j.text); }
 const met=Object.values(o.levels).flatMap((x:any)=>x.met), un=Object.values(o.levels).flatMap((x:any)=>x.unsure);
 console.log(j.id, String(met)===String(j.satisfied)?"":"MET "+met+" want "+j.satisfied, String(un)===String(j.to_confirm)?"":"UNSURE "+un+" want "+j.to_confirm);
}
