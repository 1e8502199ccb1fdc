export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as a person reads it: "90 %". */
  readonly text: string;
  readonly onChange: (value: number) => void;
}

/** A number between two ends, with its name and its value beside it. */
export function Slider({ label, value, min, max, step, text, onChange }: SliderProps) {
  return (
    <label className="ui-field">
      <span className="ui-label">{label}</span>
      <input
        className="ui-slider"
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <span className="ui-value" aria-hidden="true">
        {text}
      </span>
    </label>
  );
}
