/** Several of a list: also how many. */
import { ListChecks } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';
import { startingChoices } from '../choice/choice-names';
import { ChoicesSample } from '../choice/choices-sample';
import { ListSettings } from '../choice/list-settings';

import { CountSettings } from './count-settings';

export const design = defineFieldDesign({
  icon: ListChecks,
  group: 'choice',
  column: true,
  listed: true,
  titled: true,
  options: startingChoices,
  Settings: (props) => (
    <>
      <ListSettings {...props} />
      <CountSettings {...props} />
    </>
  ),
  Sample: ({ field }) => <ChoicesSample field={field} several />,
});
