import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { Button, Section } from '../../ui/index.ts';
import './ChangePanel.css';
import { HeadsSection } from './HeadsSection.tsx';
import { MaskSection } from './MaskSection.tsx';
import { sectionNotes } from './notes.ts';
import { OutputSection } from './OutputSection.tsx';
import './plots.css';
import { PositionsSection } from './PositionsSection.tsx';
import { CHANGE_SECTIONS, type ChangePanelProps, type ChangeSection } from './props.ts';
import { ScaleSection } from './ScaleSection.tsx';

const BODIES: Readonly<Record<ChangeSection, (props: ChangePanelProps) => ReactNode>> = {
  heads: (props) => <HeadsSection {...props} />,
  mask: (props) => <MaskSection {...props} />,
  scale: (props) => <ScaleSection {...props} />,
  positions: (props) => <PositionsSection {...props} />,
  output: (props) => <OutputSection {...props} />,
};

/**
 * What can be changed of the model and of how it writes, one thing a section, all folded away but one. Docked beside
 * the heatmap, or a sheet at the foot of a phone.
 */
export function ChangePanel(props: ChangePanelProps) {
  const { at, open, onOpen, onClose, t, size } = props;
  const notes = sectionNotes(props);
  const body = useRef<HTMLDivElement>(null);
  // What was unfolded above it is folded away: it would be anywhere but where it was pressed.
  useLayoutEffect(() => {
    const section = open === null ? null : body.current?.children[CHANGE_SECTIONS.indexOf(open)];
    if (body.current && section instanceof HTMLElement) body.current.scrollTop = section.offsetTop;
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <section
      className="cp-root"
      data-view="change-panel"
      data-kind={at.kind}
      data-size={size}
      aria-label={t('panel.title')}
      onKeyDown={onKeyDown}
    >
      <header className="cp-head">
        <h2>{t('panel.title')}</h2>
        <Button label={t('panel.close')} icon="close" iconOnly look="quiet" keys="Escape" onPress={onClose} />
      </header>
      <div className="cp-body" ref={body}>
        {CHANGE_SECTIONS.map((section) => (
          <Section
            key={section}
            title={t(`panel.section.${section}`)}
            note={notes[section]}
            open={open === section}
            onToggle={(toOpen) => onOpen(toOpen ? section : null)}
          >
            {open === section ? BODIES[section](props) : null}
          </Section>
        ))}
      </div>
      {props.foot ? <footer className="cp-foot">{props.foot}</footer> : null}
    </section>
  );
}
