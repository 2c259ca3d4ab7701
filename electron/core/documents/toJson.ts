import { z } from 'zod';
import { packDocumentSchema, type PackDocument } from '../../../shared/model/packDocument.ts';

/** The document's own data, as `appraisal.schema.json` beside this file describes it. */
export function toJson(document: PackDocument): string {
  return `${JSON.stringify(packDocumentSchema.parse(document), null, 2)}\n`;
}

/** What `appraisal.schema.json` holds: JSON Schema draft 2020-12 made from the schema the program itself uses. */
export function appraisalJsonSchema(): string {
  const schema = z.toJSONSchema(packDocumentSchema, { target: 'draft-2020-12' });
  const titled = { ...schema, title: 'Twovoice appraisal, version 1' };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
