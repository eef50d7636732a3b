import { Refused } from "../../core/text/result.ts";
import { type Diagnosis, examineStudio } from "../../ops/doctor.ts";
import { backupMaker, refusing } from "../backup-maker.ts";
import { type Command, shared } from "../command.ts";
import type { Host } from "../host.ts";

export const doctor: Command = {
  name: "doctor",
  summary: "Look whether the studio's rows, files, tasks and backups hold together, and mend what can be mended safely",
  usage: "[--fix] [--deep] [--json]",
  takes: null,
  options: {
    fix: { value: null, choices: null, help: "Mend what can be; nothing that a person made is deleted" },
    deep: { value: null, choices: null, help: "Read every file and backup from end to end" },
    json: shared.json,
  },
  examples: ["fabula doctor", "fabula doctor --deep --fix"],
  async run(options, host) {
    if (options.files.length > 0) throw new Refused("usage", "fabula doctor takes no names.");
    const place = host.studioPlace();
    const { now } = place.migrating.runner;
    const diagnoses = await refusing(host, () =>
      examineStudio(place, {
        fix: options.on("fix"),
        deep: options.on("deep"),
        now: now(),
        jitter: host.random,
        maker: (opened) => backupMaker({ ...opened, now, newId: place.newId }, host),
      }),
    );
    if (options.on("json")) host.stdout.write(diagnoses.map((each) => `${JSON.stringify(each)}\n`).join(""));
    else tell(diagnoses, host);
    return diagnoses.every(isMended) ? 0 : 1;
  },
};

const isMended = ({ count, mended }: Diagnosis): boolean => mended >= count;

function tell(diagnoses: readonly Diagnosis[], { stdout }: Host): void {
  if (diagnoses.length === 0) return stdout.write("All is well.\n");
  for (const diagnosis of diagnoses) {
    const { check, title, count, examples, remedy, mended, failure } = diagnosis;
    const done = mended > 0 ? `, ${mended} mended` : "";
    stdout.write(`${isMended(diagnosis) ? "✓" : "!"} ${check}: ${title} (${count}${done})\n`);
    for (const example of examples) stdout.write(`    ${example}\n`);
    if (count > examples.length) stdout.write(`    and ${count - examples.length} more\n`);
    if (failure !== null) stdout.write(`  could not be mended: ${failure}\n`);
    if (!isMended(diagnosis)) stdout.write(`  ${remedy}\n`);
  }
}
