import { readdirSync } from 'node:fs';

import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const features = readdirSync('src/features', { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Imports go one way: lib, config → components → entities → features → app; a feature never sees another one. */
const zones = [
  ...features.map(({ name }) => ({
    target: `./src/features/${name}`,
    from: './src/features',
    except: [`./${name}`],
    message:
      'A feature does not import another one: move what both need to src/entities (what it is about) or src/components (how it looks).',
  })),
  {
    target: './src/features',
    from: './src/app',
    message: 'Features do not know the app that composes them.',
  },
  {
    target: ['./src/entities', './src/components', './src/lib', './src/config'],
    from: ['./src/features', './src/app'],
    message: 'Shared code does not know features.',
  },
  {
    target: ['./src/components', './src/lib', './src/config'],
    from: './src/entities',
    message: 'Components and lib know nothing of forms, records, members or flows: that is src/entities.',
  },
  { target: './src/lib', from: './src/components', message: 'lib knows no components.' },
  {
    target: './src/!(testing)/**/!(*.test).{ts,tsx}',
    from: './src/testing',
    message: 'The mock server is never shipped.',
  },
];

/** Attributes that are shown or read out, and words that stand in the code. An address is not a word. */
const SPOKEN =
  'JSXAttribute[name.name=/^(aria-(label|description|roledescription|valuetext)|alt|placeholder|title)$/]';
const LITERAL = 'Literal[value=/^(?!https?:)(?=.*[A-Za-z\u4e00-\u9fff]{2})/]';
const TEMPLATE = 'TemplateElement[value.raw=/[A-Za-z\u4e00-\u9fff]{2}/]';

const WRITTEN = [
  LITERAL,
  `JSXExpressionContainer > ${LITERAL}`,
  `JSXExpressionContainer > ConditionalExpression > ${LITERAL}`,
  `JSXExpressionContainer > LogicalExpression > ${LITERAL}`,
  `JSXExpressionContainer > TemplateLiteral > ${TEMPLATE}`,
].map((place) => `${SPOKEN} > ${place}`);

export default tseslint.config(
  { ignores: ['dist', 'src/lib/api/schema.d.ts'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  reactHooks.configs.flat.recommended,
  jsxA11y.flatConfigs.strict,
  {
    plugins: { 'import-x': importX },
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/order': [
        'error',
        {
          groups: ['builtin', 'external', 'internal', 'parent', ['sibling', 'index']],
          pathGroups: [{ pattern: '@/**', group: 'internal' }],
          pathGroupsExcludedImportTypes: [],
          'newlines-between': 'always',
          alphabetize: { order: 'asc' },
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'no-restricted-syntax': [
        'error',
        {
          // Ant Design measures such a text area by an inline style attribute, which the security policy forbids.
          selector: 'JSXAttribute[name.name="autoSize"]',
          message: 'Use the class of components/text-area (field-sizing) instead of autoSize.',
        },
        {
          selector: WRITTEN.join(', '),
          message: 'What people read or hear comes from the locales, in both languages.',
        },
        {
          selector: 'JSXText[value=/[A-Za-z\u4e00-\u9fff]{2}/]',
          message: 'What people read comes from the locales, in both languages.',
        },
        {
          // `true` names its button "Clear" in every language.
          selector:
            'JSXAttribute[name.name="allowClear"]:matches([value=null], [value.expression.value=true])',
          message: 'Use what useClear (components/use-clear) gives.',
        },
        {
          selector:
            'JSXAttribute[name.name="showSearch"] > JSXExpressionContainer > ObjectExpression:not(:has(SpreadElement, Property[key.name="searchIcon"]))',
          message:
            'Use or spread BY_LABEL (components/searching): the library names its own icon in English.',
        },
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Text of users is never HTML.',
        },
      ],
    },
  },
  {
    files: ['**/*.js', 'scripts/**'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  { files: ['src/testing/**', '**/*.test.tsx'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['*.config.{js,ts}'], rules: { 'import-x/no-default-export': 'off' } },
);
