import { useEffect, useLayoutEffect, useRef } from 'react';

/** When a view goes while something in it is pointed at, nothing is pointed at any more. */
export function useFarewell(pointed: boolean, onHover: (cell: null) => void): void {
  const last = useRef({ pointed, onHover });
  useLayoutEffect(() => {
    last.current = { pointed, onHover };
  }, [pointed, onHover]);
  useEffect(
    () => () => {
      if (last.current.pointed) last.current.onHover(null);
    },
    [],
  );
}
