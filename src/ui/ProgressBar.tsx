export interface ProgressBarProps {
  /** Said and written beside it: "model: 3.1 of 10.6 MB". */
  readonly label: string;
  /** 0 … 1, or null while nobody knows how much there is. */
  readonly share: number | null;
}

/** A thin bar that fills; the words beneath say what with. */
export function ProgressBar({ label, share }: ProgressBarProps) {
  return (
    <div className="ui-progress">
      <progress max={1} aria-label={label} {...(share === null ? {} : { value: share })} />
      <span className="ui-progress-text">{label}</span>
    </div>
  );
}
