import { type RefObject, useEffect, useState } from 'react';

/** Which of an element's ends hide more, space-separated: `right`, `below`; undefined when none does. */
export function useMore(ref: RefObject<HTMLElement | null>, content: unknown): string | undefined {
  const [more, setMore] = useState('');
  useEffect(() => {
    const room = ref.current;
    if (!room || !content) return;
    const look = () => {
      const right = room.scrollWidth - room.clientWidth - room.scrollLeft > 1 ? ['right'] : [];
      const below = room.scrollHeight - room.clientHeight - room.scrollTop > 1 ? ['below'] : [];
      setMore([...right, ...below].join(' '));
    };
    look();
    room.addEventListener('scroll', look);
    const watch = new ResizeObserver(look);
    watch.observe(room);
    return () => {
      room.removeEventListener('scroll', look);
      watch.disconnect();
    };
  }, [ref, content]);
  return more === '' ? undefined : more;
}
