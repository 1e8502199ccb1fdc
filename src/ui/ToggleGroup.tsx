import { useId } from 'react';
import { tooltipText } from './shortcut.ts';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A longer explanation, hovering. */
  readonly title?: string;
  readonly keys?: string;
}

export interface ToggleGroupProps<Value extends string> {
  /** The question the options answer. */
  readonly label: string;
  readonly showLabel?: boolean;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

/**
 * A few options side by side, one of them chosen. Radio buttons beneath, so arrow keys and screen readers know them.
 */
export function ToggleGroup<Value extends string>(props: ToggleGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset className="ui-toggle">
      <legend className={props.showLabel ? 'ui-label' : 'only-spoken'}>{props.label}</legend>
      <div className="ui-toggle-row">
        {props.options.map((option) => (
          <label
            key={option.value}
            className="ui-toggle-option"
            title={option.keys ? tooltipText(option.title ?? option.label, option.keys) : option.title}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              aria-keyshortcuts={option.keys}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
