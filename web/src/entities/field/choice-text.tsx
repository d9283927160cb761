/** Choices by the names that the form gives them. */
import { choiceName } from './choices';
import type { TextProps } from './field-type';
import { useLabelLanguage } from './label';

export function ChoiceText({ field, value }: TextProps) {
  const language = useLabelLanguage();
  const chosen = (Array.isArray(value) ? (value as unknown[]) : [value]).map(String);
  return chosen.map((each) => choiceName(field, each, language)).join(language === 'zh-CN' ? '、' : ', ');
}
