/** The fields of a form to be filled in, in the order of the form. */
import { labelText, type Field } from '@/lib/forms/definition';
import { useLabelLanguage } from '@/lib/forms/fields';

import { ComputedValue } from './computed-value';
import styles from './entry-fields.module.css';
import { aboutId, FieldFrame } from './field-frame';
import { FilesEntry } from './files-entry';
import { SimpleInput } from './inputs';
import { LinesEntry } from './lines-entry';
import { isComputed, type Cell, type FileRef } from './typed';
import { inputId, type Entry } from './use-entry';

interface Props {
  formId: string;
  entry: Entry;
  onBusy: (field: string, busy: boolean) => void;
}

const WIDE = ['long_text', 'attachment', 'lines', 'choices'];

export function EntryFields({ formId, entry, onBusy }: Props) {
  const language = useLabelLanguage();
  return (
    <div className={styles.room}>
      <div className={styles.fields}>
        {entry.fields.map((field) => {
          const id = inputId(field.id);
          return (
            <div key={field.id} className={styles.field} data-wide={WIDE.includes(field.type)}>
              <FieldFrame
                inputId={id}
                label={labelText(field.name, language)}
                help={labelText(field.help, language)}
                optional={!field.required && !isComputed(field)}
                message={entry.messages[field.id]}
                group={field.type === 'lines' || field.type === 'choices' || isComputed(field)}
              >
                <FieldInput field={field} id={id} formId={formId} entry={entry} onBusy={onBusy} />
              </FieldFrame>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function FieldInput({ field, id, formId, entry, onBusy }: Props & { field: Field; id: string }) {
  const cell = entry.typed[field.id] as Cell | undefined;
  const invalid = entry.messages[field.id] !== undefined;
  if (isComputed(field)) {
    const result = field.type === 'serial' ? entry.serial : entry.computed.fields[field.id];
    return <ComputedValue field={field} id={id} result={result} />;
  }
  if (field.type === 'lines') return <LinesEntry field={field} entry={entry} />;
  if (field.type === 'attachment') {
    return (
      <FilesEntry
        field={field}
        id={id}
        formId={formId}
        files={(cell ?? []) as FileRef[]}
        invalid={invalid}
        onChange={(update) => entry.change({ kind: 'cell', id: field.id, update })}
        onBusy={onBusy}
      />
    );
  }
  return (
    <SimpleInput
      field={field}
      id={id}
      value={cell}
      invalid={invalid}
      describedBy={aboutId(id)}
      onChange={(update) => entry.change({ kind: 'cell', id: field.id, update })}
      onBlur={() => entry.left(field, cell)}
    />
  );
}
