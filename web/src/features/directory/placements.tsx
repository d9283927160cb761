/** The departments of a member, the main one first, each with the position held there. */
import { Button, Form } from 'antd';
import { ArrowUpToLine, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { DepartmentSelect } from './department-select';
import styles from './placements.module.css';
import { PositionSelect } from './position-select';

export interface PlacementValue {
  department_id: string;
  position_id?: string;
}

const MOST = 20;

export function Placements({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation('directory');
  return (
    <Form.List name="departments">
      {(rows, { add, move, remove }) => (
        <fieldset className={styles.placements}>
          <legend>{t('place.departments')}</legend>
          <ol>
            {rows.map(({ key, name }) => {
              const number = name + 1;
              return (
                <li key={key} className={styles.row}>
                  <Form.Item
                    name={[name, 'department_id']}
                    className={styles.item ?? ''}
                    rules={[{ required: true, message: t('place.departmentMissing') }]}
                  >
                    <DepartmentSelect
                      label={t('place.departmentNumber', { number })}
                      placeholder={t('place.department')}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'position_id']} className={styles.item ?? ''}>
                    <PositionSelect label={t('place.positionNumber', { number })} />
                  </Form.Item>
                  <span className={styles.tools}>
                    {name === 0 ? (
                      <span className={styles.main}>{t('place.main')}</span>
                    ) : (
                      <Button
                        type="text"
                        icon={<ArrowUpToLine size={16} aria-hidden="true" />}
                        aria-label={t('place.makeMain', { number })}
                        title={t('place.makeMain', { number })}
                        disabled={disabled}
                        onClick={() => move(name, 0)}
                      />
                    )}
                    {rows.length > 1 && (
                      <Button
                        type="text"
                        icon={<Trash2 size={16} aria-hidden="true" />}
                        aria-label={t('place.removeDepartment', { number })}
                        title={t('place.removeDepartment', { number })}
                        disabled={disabled}
                        onClick={() => remove(name)}
                      />
                    )}
                  </span>
                </li>
              );
            })}
          </ol>
          {rows.length < MOST && (
            <Button
              type="dashed"
              size="small"
              icon={<Plus size={14} aria-hidden="true" />}
              disabled={disabled}
              onClick={() => add({ position_id: '' })}
            >
              {t('place.addDepartment')}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
