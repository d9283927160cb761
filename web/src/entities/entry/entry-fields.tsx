/** The fields of a form to be filled in, in the order of the form. */
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';

import { cellChange } from './changes';
import { ComputedValue } from './computed-value';
import styles from './entry-fields.module.css';
import { aboutId, FieldFrame } from './field-frame';
import { FieldMessage } from './field-message';
import { FilesEntry } from './files/files-entry';
import { inputId } from './focus';
import { isComputed, type Cell, type FileRef } from './input-state';
import { SimpleInput } from './inputs';
import { LinesEntry } from './lines-entry';
import { usePasteOne } from './paste/use-paste';
import type { Entry } from './use-entry';

const WIDE = ['long_text', 'attachment', 'lines', 'choices'];

/** Files are uploaded where an `UploadsProvider` stands around it; without one it is a preview. */
export function EntryFields({ entry }: { entry: Entry }) {
  const language = useLabelLanguage();
  const pasteOne = usePasteOne(entry);
  return (
    <div className={styles.room}>
      <div className={styles.fields}>
        {entry.fields.map((field) => {
          const id = inputId(field.id);
          const message = entry.messages[field.id];
          const doubt = entry.doubts[field.id];
          const cell = entry.typed[field.id] as Cell | undefined;
          const about =
            message === undefined && !doubt ? undefined : (
              <FieldMessage
                id={aboutId(id)}
                message={message}
                doubt={doubt}
                cell={field.type === 'lines' ? undefined : cell}
                onClear={() => entry.change(cellChange(field.id, ''))}
              />
            );
          return (
            <div
              key={field.id}
              className={styles.field}
              data-wide={WIDE.includes(field.type)}
              onPaste={(event) => pasteOne(field, field.id, event)}
            >
              <FieldFrame
                inputId={id}
                label={labelText(field.name, language)}
                help={labelText(field.help, language)}
                optional={!field.required && !isComputed(field)}
                about={about}
                group={field.type === 'lines' || field.type === 'choices' || isComputed(field)}
              >
                <FieldInput field={field} id={id} entry={entry} />
              </FieldFrame>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function FieldInput({ field, id, entry }: { field: Field; id: string; entry: Entry }) {
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
        apiField={field.id}
        path={field.id}
        id={id}
        files={(cell ?? []) as FileRef[]}
        invalid={invalid}
        change={entry.change}
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
      onChange={(update) => entry.change(cellChange(field.id, update))}
      onBlur={() => entry.left(field, cell)}
    />
  );
}
