/** One of a tree of choices: the values from the top to it. */
import { choiceName } from '../../choices';
import { defineFieldType, type TextProps } from '../../field-type';
import { useLabelLanguage } from '../../label';

function PathText({ field, value }: TextProps) {
  const language = useLabelLanguage();
  return [value]
    .flat()
    .map((each) => choiceName(field, String(each), language))
    .join(' / ');
}

export const fieldType = defineFieldType({
  type: 'cascade',
  compare: 'choices',
  ordered: null,
  roomy: true,
  several: () => true,
  keepsUnparsed: true,
  Text: PathText,
});
