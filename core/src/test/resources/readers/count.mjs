// Prints what two readers of JUnit XML count in a file: node count.mjs <node_modules> <file>
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const [modules, file] = process.argv.slice(2);
const require = createRequire(join(modules, 'x.js'));

const { parse } = await import(pathToFileURL(require.resolve('junit2json')));
const document = await parse(readFileSync(file, 'utf8'));
const suites = document.testsuite;
const cases = suites.flatMap((suite) => suite.testcase ?? []);
const having = (name) => cases.filter((test) => test[name]?.length > 0).length;
console.log(`junit2json: ${cases.length} tests, ${having('failure')} failures, ${having('error')} errors, `
    + `${having('skipped')} skipped; says ${document.tests}, ${document.failures}, ${document.errors}`);

const { parse: results } = require('test-results-parser');
const read = results({ type: 'junit', files: [file] });
console.log(`test-results-parser: ${read.total} tests, ${read.failed} failures, ${read.errors} errors, `
    + `${read.skipped} skipped, ${read.passed} passed`);
