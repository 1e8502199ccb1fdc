import type { RefObject } from 'react';
import { Button } from '../../ui/index.ts';
import type { TokenArcsProps } from './props.ts';

/** Of what is in sight, how much one press goes on: some words stay for the eye to hold on to. */
const TURN = 0.8;

/** Over the edge beyond which there are more words: it says so, and leads to them. */
export function MoreWords(props: {
  readonly room: RefObject<HTMLElement | null>;
  /** The ends that hide more, as `useMore` says them. */
  readonly more: string | undefined;
  readonly t: TokenArcsProps['t'];
}) {
  const { room, more, t } = props;
  if (more === undefined) return null;
  const right = more.includes('right');
  const goOn = () => {
    const element = room.current;
    if (!element) return;
    if (right) element.scrollLeft += TURN * element.clientWidth;
    else element.scrollTop += TURN * element.clientHeight;
  };
  return (
    <span className="ta-more" data-side={right ? 'right' : 'below'}>
      <Button label={t('arcs.more')} icon={right ? 'right' : 'down'} iconOnly={right} onPress={goOn} />
    </span>
  );
}
