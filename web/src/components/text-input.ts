/**
 * The one-line fields by themselves. `Input` of the library's front door carries its whole family (search, one-time
 * code, text area), which the pages before the shell would load for nothing.
 */
export { default as TextInput } from 'antd/es/input/Input';
export { default as PasswordInput } from 'antd/es/input/Password';
