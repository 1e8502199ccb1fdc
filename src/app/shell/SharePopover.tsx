import { useId, useRef, useState } from 'react';
import { choiceOf, linkCuts } from '../../state/index.ts';
import { Button, Notice, Popover, Switch } from '../../ui/index.ts';
import { useApp, useWords } from '../context.tsx';
import { useHeadTitle } from '../head/headTitle.ts';
import { shareOf } from './shareLink.ts';

type Copied = 'no' | 'yes' | 'refused';

/** A text to copy: the button does it, and the field holds it for those whose browser refuses. */
function CopyField(props: {
  readonly label: string;
  readonly action: string;
  readonly text: string;
  readonly help?: string;
}) {
  const t = useWords();
  const [copied, setCopied] = useState<Copied>('no');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(props.text);
      setCopied('yes');
    } catch {
      // Refused, or no secure page: the text is chosen, ready for Ctrl+C.
      field.current?.select();
      setCopied('refused');
    }
  };
  return (
    <div className="app-copy">
      <label className="ui-label" htmlFor={id}>
        {props.label}
      </label>
      <div className="app-copy-row">
        <input
          ref={field}
          id={id}
          className="app-copy-text"
          readOnly
          value={props.text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button label={props.action} icon={copied === 'yes' ? 'check' : 'copy'} iconOnly onPress={copy} />
        <span className="only-spoken" role="status">
          {copied === 'yes' ? t('share.copied') : ''}
        </span>
      </div>
      {props.help ? <p className="app-quiet">{props.help}</p> : null}
      {copied === 'refused' ? <Notice tone="alarm">{t('share.copyFailed')}</Notice> : null}
    </div>
  );
}

/** The link and the frames, each ready to copy. */
export function ShareFields() {
  const t = useWords();
  const state = useApp((all) => all);
  const title = useHeadTitle();
  const page = window.location.href;
  const titles = { head: `${t('page.name')}: ${title}`, figure: `${t('page.name')}: ${t('figure.label')}` };
  const [edit, setEdit] = useState(false);
  const shared = shareOf(state, page, titles, edit);
  return (
    <div className="app-share">
      <h2>{t('share.title')}</h2>
      <p className="app-quiet">{t('share.help')}</p>
      <CopyField label={t('share.link')} action={t('share.copyLink')} text={shared.link} />
      <CopyField
        label={t('share.iframe')}
        action={t('share.copyIframe')}
        text={shared.headFrame}
        help={t('share.iframeHelp')}
      />
      <CopyField label={t('share.figure')} action={t('share.copyFigure')} text={shared.figureFrame} />
      <Switch label={t('share.edit')} on={edit} onChange={setEdit} />
      {linkCuts(choiceOf(state)) ? <Notice tone="note">{t('share.cut')}</Notice> : null}
    </div>
  );
}

/** The link of what is on screen, and frames for slides. */
export function SharePopover() {
  const t = useWords();
  return (
    <Popover label={t('bar.share')} icon="share" iconOnly>
      <ShareFields />
    </Popover>
  );
}
