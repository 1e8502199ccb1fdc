import type { Option } from './ToggleGroup.tsx';

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly showLabel?: boolean;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

/** One of many, by the browser's own list. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const choose = (text: string) => {
    const option = props.options.find((one) => one.value === text);
    if (option) props.onChange(option.value);
  };
  return (
    <label className="ui-field">
      <span className={props.showLabel === false ? 'only-spoken' : 'ui-label'}>{props.label}</span>
      <select
        className="ui-select"
        value={props.value}
        disabled={props.disabled ?? false}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value} title={option.title}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
