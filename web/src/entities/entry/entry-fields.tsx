/** The fields of a form to be filled in, as its layout arranges them. */
import { useMemo } from 'react';

import { type Cell } from '@/entities/field/cell';
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { isComputed, isMoved, hasRows, typeOf } from '@/entities/field/registry';
import { blocksOf, type Columns, type Layout } from '@/entities/form/layout/blocks';
import { LaidOut } from '@/entities/form/layout/laid-out';

import { inputsOf } from '../field/inputs';

import { cellChange } from './changes';
import { DuplicateNotes } from './duplicates/duplicate-notes';
import styles from './entry-fields.module.css';
import { aboutId, FieldFrame } from './field-frame';
import { FieldMessage } from './field-message';
import { inputId } from './focus';
import { Lockable, LockedContext } from './locked';
import { usePasteOne } from './paste/use-paste';
import { RuleAnnouncer } from './rule-announcer';
import type { Entry } from './use-entry';

interface Props {
  entry: Entry;
  layout?: Layout | undefined;
}

/** Files are uploaded where an `UploadsProvider` stands around it; without one it is a preview. */
export function EntryFields({ entry, layout }: Props) {
  const { fields, messages } = entry;
  const blocks = useMemo(() => blocksOf(layout, fields), [layout, fields]);
  const faulty = new Set(Object.keys(messages).map((path) => path.split('/')[0]));
  return (
    <LockedContext value={entry.locked}>
      <div className={styles.room}>
        <RuleAnnouncer fields={entry.fields} />
        <LaidOut
          blocks={blocks}
          level={2}
          marked={(those) => those.filter(({ id }) => faulty.has(id)).length}
        >
          {(those, columns) => <Fields fields={those} columns={columns} entry={entry} />}
        </LaidOut>
      </div>
    </LockedContext>
  );
}

interface FieldsProps {
  fields: Field[];
  columns: Columns;
  entry: Entry;
}

function Fields({ fields, columns, entry }: FieldsProps) {
  const language = useLabelLanguage();
  const pasteOne = usePasteOne(entry);
  return (
    <div className={styles.fields} data-columns={columns}>
      {fields.map((field) => {
        const id = inputId(field.id);
        const message = entry.messages[field.id];
        const doubt = entry.doubts[field.id];
        const cell = entry.shown[field.id] as Cell | undefined;
        const about =
          message === undefined && !doubt ? undefined : (
            <FieldMessage
              id={aboutId(id)}
              message={message}
              doubt={doubt}
              cell={hasRows(field) ? undefined : cell}
              onClear={() => entry.change(cellChange(field.id, ''))}
            />
          );
        return (
          <div
            key={field.id}
            className={styles.field}
            data-wide={typeOf(field).wide?.input === true}
            onPaste={(event) => pasteOne(field, field.id, event)}
          >
            <FieldFrame
              inputId={id}
              label={labelText(field.name, language)}
              help={labelText(field.help, language)}
              optional={!field.required && !isComputed(field) && !isMoved(field)}
              about={about}
              group={typeOf(field).group === true}
            >
              <Lockable path={field.id}>
                <FieldInput field={field} id={id} entry={entry} />
              </Lockable>
            </FieldFrame>
            <DuplicateNotes fieldId={field.id} said={message !== undefined} />
          </div>
        );
      })}
    </div>
  );
}

function FieldInput({ field, id, entry }: { field: Field; id: string; entry: Entry }) {
  const cell = entry.shown[field.id] as Cell | undefined;
  const { Input } = inputsOf(field);
  return (
    <Input
      field={field}
      id={id}
      path={field.id}
      apiField={field.id}
      entry={entry}
      value={cell}
      result={entry.computed.fields[field.id]}
      invalid={entry.messages[field.id] !== undefined}
      describedBy={aboutId(id)}
      change={entry.change}
      onChange={(update) => entry.change(cellChange(field.id, update))}
      onBlur={() => entry.left(field, cell)}
    />
  );
}
