// Judges a Teams manifest by its schema; prints what is wrong, one finding a line.
// node validate.cjs MANIFEST SCHEMA
const { readFileSync } = require('node:fs');
const Ajv = require('ajv-draft-04');
const addFormats = require('ajv-formats');

const [manifest, schema] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const ajv = new Ajv({ allErrors: true, strictTypes: false });
addFormats(ajv, ['uri', 'email', 'regex']);
const validate = ajv.compile(schema);
if (!validate(manifest)) {
  validate.errors.forEach((error) => console.log(`${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
}
