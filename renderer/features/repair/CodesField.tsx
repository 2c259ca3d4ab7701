import { useState } from 'react';
import { codesIn } from '../../../shared/model/code.ts';
import { TextField } from '../../ui/index.ts';

/** Codes with commas between them. What is typed stays as it is typed; what is kept are the codes in it. */
export function CodesField(props: {
  label: string;
  description: string;
  codes: readonly string[];
  onChange: (codes: string[]) => void;
}) {
  const [text, setText] = useState(props.codes.join(', '));
  return (
    <TextField
      label={props.label}
      description={props.description}
      optional
      value={text}
      onChange={(next) => {
        setText(next);
        props.onChange(codesIn(next));
      }}
      onBlur={() => setText(codesIn(text).join(', '))}
      maxLength={500}
    />
  );
}
