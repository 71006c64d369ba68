// Says the three figures of a report of Lighthouse and what costs them; ends with 1 where one is below 98, or there is no report.
import { readFileSync } from 'node:fs';

const [name, shape, file] = process.argv.slice(2);
const report = JSON.parse(readFileSync(file, 'utf8'));
if (report.runtimeError) {
    console.log(name, shape, report.runtimeError.message);
    process.exit(1);
}
const scores = Object.values(report.categories).map(one => [one.id, Math.round(one.score * 100)]);
console.log(name.padEnd(8), shape.padEnd(8), scores.map(([id, score]) => `${id} ${score}`).join(', '), ' ', new URL(report.finalDisplayedUrl).pathname.replace(/[0-9A-Z]{13}/, 'CODE'));
for (const category of Object.values(report.categories).filter(one => one.score < 1)) {
    for (const ref of category.auditRefs.filter(ref => ref.weight > 0 && (report.audits[ref.id].score ?? 1) < 0.99)) {
        const audit = report.audits[ref.id];
        console.log('   ', category.id, audit.id, audit.score, audit.displayValue ?? '', JSON.stringify(audit.details?.items?.slice(0, 2) ?? '').slice(0, 400));
    }
}
process.exit(scores.every(([, score]) => score >= 98) ? 0 : 1);
