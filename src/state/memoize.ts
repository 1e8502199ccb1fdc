/**
 * A selector that computes only when one of its inputs changed, so that the same state gives the same object.
 * Remembers one answer.
 */
export function memoize<State, const Inputs extends readonly unknown[], Result>(
  inputsOf: (state: State) => Inputs,
  compute: (...inputs: Inputs) => Result,
): (state: State) => Result {
  let last: { readonly inputs: Inputs; readonly result: Result } | null = null;
  return (state) => {
    const inputs = inputsOf(state);
    if (last?.inputs.every((input, i) => Object.is(input, inputs[i]))) return last.result;
    last = { inputs, result: compute(...inputs) };
    return last.result;
  };
}
