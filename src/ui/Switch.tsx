export interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** As `aria-keyshortcuts` writes it. */
  readonly keys?: string;
  readonly disabled?: boolean;
}

/** On or off, at once. A checkbox beneath, with the role that says so. */
export function Switch({ label, on, onChange, keys, disabled = false }: SwitchProps) {
  return (
    <label className="ui-switch">
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        aria-keyshortcuts={keys}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className="ui-switch-track" aria-hidden="true" />
      <span>{label}</span>
    </label>
  );
}
