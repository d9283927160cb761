/** The formulas of a form in the order in which they can be computed, as the server orders them. */
import type { Field } from '@/entities/field/definition';
import { columnsOf, hasRows } from '@/entities/field/registry';
import { FormulaError, parse, references, type Node } from '@/lib/formula';

/** One formula: of a field, or (with `lines`) of a column in every row. `needs` are the paths that it reads. */
export interface Step {
  path: string;
  field: Field;
  lines?: Field;
  node: Node;
  needs: Set<string>;
}

/** A formula that cannot be read is left out: the server refused it at publishing, so it can only be newer than this app. */
export function evaluationOrder(fields: Field[]): Step[] {
  const steps = new Map<string, Step>();
  for (const field of fields) {
    add(steps, fields, field);
    for (const column of columnsOf(field)) add(steps, fields, column, field);
  }
  const ordered: Step[] = [];
  const seen = new Set<string>();
  const visit = (step: Step) => {
    if (seen.has(step.path)) return;
    seen.add(step.path);
    for (const path of step.needs) {
      const needed = steps.get(path);
      if (needed) visit(needed);
    }
    ordered.push(step);
  };
  steps.forEach(visit);
  return ordered;
}

function add(steps: Map<string, Step>, fields: Field[], field: Field, lines?: Field): void {
  const { expression } = field.options ?? {};
  if (expression === undefined) return;
  const path = lines ? `${lines.id}.${field.id}` : field.id;
  try {
    const node = parse(expression);
    steps.set(path, { path, field, node, needs: needsOf(node, fields, lines), ...(lines ? { lines } : {}) });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
  }
}

function needsOf(node: Node, fields: Field[], lines?: Field): Set<string> {
  const siblings = new Set(lines ? columnsOf(lines).map(({ id }) => id) : []);
  const tables = new Set(fields.filter(hasRows).map(({ id }) => id));
  const needs = new Set<string>();
  for (const { name, column } of references(node)) {
    if (lines && column === '' && siblings.has(name)) needs.add(`${lines.id}.${name}`);
    else if (column !== '') needs.add(`${name}.${column}`);
    else if (!tables.has(name)) needs.add(name);
  }
  return needs;
}
