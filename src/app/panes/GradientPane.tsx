import { useMemo } from 'react';
import type { Cell, GradientScale, HeadAt } from '../../contract/index.ts';
import { choiceOf, relevelCell } from '../../state/index.ts';
import { GradientView } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { type GradientWord, gradientWordOf } from '../head/gradientWord.ts';
import { type HeadSetting, headSettingOf, pinnedPieceOf } from '../head/viewedPicture.ts';
import { subjectOf } from '../session/questions/question.ts';
import { useQuestion } from '../session/questions/useQuestion.ts';
import { PaneBody } from './PaneBody.tsx';
import { placeName } from './useHeadNumbers.ts';

interface Setting extends HeadSetting {
  readonly word: GradientWord;
  readonly cell: Cell | null;
}

/** While a sentence is typed on, the gradient of the same word in the same head may stay until the next is there. */
function placeOf(setting: Setting): string {
  const { row, id } = setting.word;
  return `${placeName(setting)} ${setting.viewed.steps[row]?.token.id} ${id}`;
}

/** What the head's being off does to every word. */
const effectQuestion = ({ viewed: { picture, side }, kind, layer, head }: Setting) =>
  ({ type: 'effect', of: subjectOf(picture, side), at: { kind, layer, head } }) as const;

const gradientQuestion = ({ viewed: { picture, side }, word: { row, id } }: Setting) =>
  ({ type: 'gradient', of: subjectOf(picture, side), row, id }) as const;

function useActs() {
  const { act, store } = useHeadlight();
  return {
    onWord(setting: Setting, row: number, id: number) {
      const own = setting.viewed.steps[row]?.token.id === id;
      act.choose({ word: row, candidate: own ? null : id }, 'word');
    },
    onGo(setting: Setting, { kind, layer, head }: HeadAt, piece: Cell) {
      const { level } = choiceOf(store.getState());
      const cell = relevelCell(piece, kind, 'piece', level, setting.viewed.picture);
      act.choose({ kind, layer, heads: [head], cell });
    },
    onWeigh: (weigh: 'gradient' | 'product') => act.choose({ weigh }),
    onScale: (gradientScale: GradientScale) => act.choose({ gradientScale }),
  };
}

function Gradients({ setting }: { readonly setting: Setting }) {
  const t = useWords();
  const theme = useTheme();
  const { palette, weigh, gradientScale } = useApp(choiceOf);
  const endId = useApp((state) => state.card?.info.endId ?? null);
  const asked = useQuestion({
    setting,
    place: placeOf(setting),
    needed: [gradientQuestion(setting)],
    soon: [effectQuestion(setting)],
  });
  const { kind, layer, head, viewed, cell, word } = asked.setting;
  const place = useMemo(() => ({ kind, layer, head }), [kind, layer, head]);
  const { onWord, onGo, onWeigh, onScale } = useActs();
  return (
    <PaneBody busy={asked.status === 'waiting'} failure={asked.failure} onAgain={asked.again}>
      <GradientView
        picture={viewed}
        gradient={asked.known(gradientQuestion(asked.setting))}
        row={word.row}
        id={word.id}
        onWord={(row, id) => onWord(asked.setting, row, id)}
        onGo={(at, piece) => onGo(asked.setting, at, piece)}
        weigh={weigh === 'gradient' ? 'gradient' : 'product'}
        onWeigh={onWeigh}
        scale={gradientScale}
        onScale={onScale}
        effect={asked.known(effectQuestion(asked.setting))}
        endId={endId}
        place={place}
        cell={cell}
        theme={theme}
        palette={palette}
        t={t}
      />
    </PaneBody>
  );
}

/** The chosen head's weights beside what they count for one output word. */
export function GradientPane() {
  const of = useApp(headSettingOf);
  const word = useApp(gradientWordOf);
  const cell = useApp(pinnedPieceOf);
  const setting = useMemo(() => of && word && { ...of, word, cell }, [of, word, cell]);
  return setting && <Gradients setting={setting} />;
}
