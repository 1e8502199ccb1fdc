import { useState } from 'react';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** A whole number of these from `min` on; 1 unless said otherwise. */
  readonly step?: number;
  /** Names of the two buttons: one less, one more. */
  readonly lessLabel: string;
  readonly moreLabel: string;
  readonly onChange: (value: number) => void;
  readonly disabled?: boolean;
}

/** A number between two ends, typed or stepped; what is no such number stays in the field and is told to nobody. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, step = 1, onChange, disabled = false } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const clamp = (number: number) => Math.max(min, Math.min(max, number));
  const type = (text: string) => {
    setTyped(text);
    const number = Number(text);
    const sound = text.trim() !== '' && Number.isFinite(number) && number >= min && number <= max;
    if (sound && (step !== 1 || Number.isInteger(number)) && number !== value) onChange(number);
  };
  const button = (name: string, sign: string, by: number) => (
    <button
      type="button"
      className="ui-step"
      aria-label={`${label}: ${name}`}
      disabled={disabled || clamp(value + by) === value}
      onClick={() => onChange(clamp(value + by))}
    >
      {sign}
    </button>
  );
  return (
    <span className="ui-number">
      <label className="ui-field">
        <span className="ui-label">{label}</span>
        <input
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={step}
          disabled={disabled}
          value={typed ?? String(value)}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
      </label>
      <span className="ui-steps">
        {button(props.lessLabel, '−', -step)}
        {button(props.moreLabel, '+', step)}
      </span>
    </span>
  );
}
