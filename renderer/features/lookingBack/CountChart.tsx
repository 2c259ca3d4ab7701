import { type ReactNode, useId } from 'react';
import { type Bar, drawBars } from '../../charts/Bars.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { useText } from '../../i18n.ts';
import { Table } from '../../ui/index.ts';

/** How many things each of a few answers was given for. */
export function CountChart(props: {
  name: string;
  title: string;
  about: ReactNode;
  isTooFew: boolean;
  bars: readonly Bar[];
  /** What the answers are called, over their column. */
  answers: string;
}) {
  const { t } = useText();
  // Found by id in the whole page, and an id of React's own holds signs that `url(#…)` would have to escape.
  const id = useId().replace(/[^\w-]/g, '');
  const { bars } = props;
  const inWords = ({ label, value }: Bar) => t('lookingBack.bar', { label, number: value });
  return (
    <ChartFigure
      name={props.name}
      title={props.title}
      about={props.about}
      isTooFew={props.isTooFew}
      points={bars.length}
      wordsOf={(point) => {
        const bar = bars[point];
        return bar === undefined ? '' : inWords(bar);
      }}
      draw={(width) => drawBars({ id: `${props.name}${id}`, bars, width })}
      table={() => (
        <Table
          caption={props.title}
          rows={bars}
          rowKey={(bar) => bar.key}
          columns={[
            { key: 'label', title: props.answers, cell: (bar) => bar.label },
            { key: 'value', title: t('lookingBack.column.count'), cell: (bar) => bar.value },
          ]}
        />
      )}
    />
  );
}
