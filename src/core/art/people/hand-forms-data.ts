/** A place on a hand's own plane: along the fingers from the wrist (0) to the tip of the middle one (1), and towards the thumb. */
export type Place = readonly [along: number, across: number];

/** A finger from its root to its tip, with half its width at both. */
export interface Finger {
  line: readonly Place[];
  half: readonly [root: number, tip: number];
}

/** A way that a hand is held, as it is seen by the reader; five fingers can be counted, of a hand laid on something four. */
export interface HandForm {
  /** Outline of palm or back of the hand, with the wrist. */
  palm: readonly Place[];
  /** Fingers that make one shape with the palm. */
  fingers: readonly Finger[];
  /** Fingers bent over the palm, in the order of drawing. */
  bent: readonly Finger[];
  /** The thumb where it lies before the hand or before what is held. */
  thumb: Finger | null;
  /** Creases, knuckles, lines between fingers. */
  lines: readonly (readonly Place[])[];
  /** Closes round a thing: bent fingers and thumb lie before it. Otherwise only the thumb does. */
  closed: boolean;
}

const finger = (line: readonly Place[], root = 0.07, tip = 0.052): Finger => ({ line, half: [root, tip] });

const wrist: readonly Place[] = [
  [0, -0.148],
  [-0.3, -0.15],
  [-0.3, 0.15],
  [0, 0.148],
];

const back: readonly Place[] = [
  ...wrist,
  [0.12, 0.16],
  [0.28, 0.205],
  [0.46, 0.225],
  [0.54, 0.14],
  [0.56, 0],
  [0.52, -0.14],
  [0.43, -0.215],
  [0.24, -0.205],
  [0.1, -0.16],
];

/** Broad at the ball of the thumb, which lies across it; it fills the gaps between the knuckles. */
const fistPalm: readonly Place[] = [
  ...wrist,
  [0.1, 0.18],
  [0.26, 0.235],
  [0.44, 0.235],
  [0.56, 0.2],
  [0.62, 0.1],
  [0.62, -0.04],
  [0.57, -0.16],
  [0.48, -0.225],
  [0.3, -0.225],
  [0.1, -0.165],
];

/** Fingers folded into the palm, seen from where their tips are: close together, their knuckles hardly parted. */
const folded: readonly Finger[] = [
  finger([[0.27, -0.17], [0.4, -0.18], [0.5, -0.17]], 0.056, 0.066),
  finger([[0.27, -0.068], [0.43, -0.07], [0.56, -0.066]], 0.062, 0.072),
  finger([[0.27, 0.045], [0.45, 0.046], [0.585, 0.046]], 0.064, 0.074),
  finger([[0.27, 0.155], [0.43, 0.16], [0.555, 0.155]], 0.062, 0.072),
];

const thumbAcross: Finger = finger([[0.08, 0.12], [0.22, 0.225], [0.33, 0.17], [0.375, -0.09]], 0.088, 0.064);

const straight: readonly Finger[] = [
  finger(
    [
      [0.4, 0.16],
      [0.64, 0.172],
      [0.88, 0.165],
    ],
    0.066,
    0.05,
  ),
  finger(
    [
      [0.4, 0.052],
      [0.7, 0.055],
      [0.97, 0.052],
    ],
    0.068,
    0.052,
  ),
  finger(
    [
      [0.4, -0.055],
      [0.66, -0.058],
      [0.91, -0.052],
    ],
    0.066,
    0.05,
  ),
  finger(
    [
      [0.36, -0.158],
      [0.56, -0.168],
      [0.76, -0.155],
    ],
    0.058,
    0.044,
  ),
];

const between: HandForm["lines"] = [
  [
    [0.5, 0.108],
    [0.7, 0.112],
    [0.88, 0.108],
  ],
  [
    [0.52, 0],
    [0.72, 0],
    [0.91, 0],
  ],
  [
    [0.48, -0.108],
    [0.62, -0.114],
    [0.77, -0.106],
  ],
];

/** Fingers of a hanging hand, half closed towards the thumb: the last ones are the most bent. */
const easy: readonly Finger[] = [
  finger(
    [
      [0.36, -0.1],
      [0.54, -0.1],
      [0.66, -0.02],
    ],
    0.056,
    0.046,
  ),
  finger(
    [
      [0.38, -0.05],
      [0.62, -0.05],
      [0.77, 0.045],
    ],
    0.06,
    0.048,
  ),
  finger(
    [
      [0.4, 0.015],
      [0.66, 0.02],
      [0.84, 0.105],
    ],
    0.062,
    0.048,
  ),
  finger(
    [
      [0.4, 0.08],
      [0.62, 0.1],
      [0.78, 0.17],
    ],
    0.062,
    0.048,
  ),
];

/** The same of the other hand, more closed. */
const closing: readonly Finger[] = [
  finger(
    [
      [0.36, -0.1],
      [0.5, -0.11],
      [0.59, 0],
    ],
    0.056,
    0.048,
  ),
  finger(
    [
      [0.38, -0.05],
      [0.57, -0.06],
      [0.68, 0.06],
    ],
    0.06,
    0.05,
  ),
  finger(
    [
      [0.4, 0.015],
      [0.61, 0.01],
      [0.73, 0.125],
    ],
    0.062,
    0.05,
  ),
  finger(
    [
      [0.4, 0.08],
      [0.6, 0.09],
      [0.7, 0.19],
    ],
    0.062,
    0.05,
  ),
];

/** A hand that hangs beside the thigh, narrow: half of its back is turned away. */
const hangingPalm: readonly Place[] = [
  [0, -0.125],
  [-0.3, -0.14],
  [-0.3, 0.14],
  [0, 0.125],
  [0.14, 0.145],
  [0.3, 0.165],
  [0.45, 0.15],
  [0.5, 0.08],
  [0.5, -0.03],
  [0.46, -0.12],
  [0.36, -0.165],
  [0.2, -0.16],
  [0.08, -0.135],
];

const shown = { bent: [], thumb: null, lines: [], closed: false } as const;

export const handForms = {
  /** Hanging, seen from between its back and the thumb, which lies before it. */
  relaxed: {
    palm: hangingPalm,
    fingers: easy,
    bent: [],
    thumb: finger(
      [
        [0.08, 0.08],
        [0.24, 0.16],
        [0.4, 0.17],
        [0.56, 0.13],
      ],
      0.082,
      0.046,
    ),
    lines: [
      [
        [0.5, 0.05],
        [0.64, 0.06],
        [0.76, 0.12],
      ],
      [
        [0.48, -0.02],
        [0.6, -0.02],
        [0.7, 0.04],
      ],
      [
        [0.44, -0.08],
        [0.52, -0.08],
        [0.6, -0.03],
      ],
    ],
    closed: false,
  },
  slack: {
    palm: hangingPalm,
    fingers: closing,
    bent: [],
    thumb: finger(
      [
        [0.08, 0.07],
        [0.24, 0.17],
        [0.42, 0.2],
        [0.6, 0.2],
      ],
      0.082,
      0.046,
    ),
    lines: [
      [
        [0.48, 0.05],
        [0.6, 0.05],
        [0.67, 0.12],
      ],
      [
        [0.46, -0.02],
        [0.56, -0.03],
        [0.62, 0.04],
      ],
      [
        [0.42, -0.08],
        [0.49, -0.085],
        [0.54, -0.02],
      ],
    ],
    closed: false,
  },
  /** Four fingers together and the thumb apart: laid on something, or against it. */
  flat: {
    ...shown,
    palm: back,
    fingers: [
      finger(
        [
          [0.15, 0.06],
          [0.32, 0.25],
          [0.46, 0.34],
          [0.6, 0.37],
        ],
        0.088,
        0.052,
      ),
      ...straight,
    ],
    lines: between,
  },
  laid: { ...shown, palm: back, fingers: straight, lines: between },
  fist: { palm: fistPalm, fingers: [], bent: folded, thumb: thumbAcross, lines: [], closed: true },
  point: {
    palm: fistPalm,
    fingers: [
      finger(
        [
          [0.36, 0.16],
          [0.7, 0.175],
          [1.02, 0.15],
        ],
        0.072,
        0.05,
      ),
    ],
    bent: folded.slice(0, 3),
    thumb: finger(
      [
        [0.06, 0.12],
        [0.2, 0.21],
        [0.36, 0.16],
        [0.46, -0.03],
      ],
      0.088,
      0.06,
    ),
    lines: [],
    closed: true,
  },
  /** Thumb and forefinger meet; the others are bent behind them. */
  pinch: {
    palm: [
      ...wrist,
      [0.12, 0.15],
      [0.28, 0.18],
      [0.42, 0.17],
      [0.48, 0.02],
      [0.44, -0.14],
      [0.36, -0.2],
      [0.2, -0.19],
      [0.08, -0.155],
    ],
    fingers: [
      finger(
        [
          [0.3, -0.14],
          [0.46, -0.19],
          [0.58, -0.08],
        ],
        0.06,
        0.05,
      ),
      finger(
        [
          [0.34, -0.06],
          [0.58, -0.11],
          [0.7, 0.01],
        ],
        0.066,
        0.052,
      ),
      finger(
        [
          [0.36, 0.03],
          [0.66, -0.01],
          [0.78, 0.1],
        ],
        0.068,
        0.052,
      ),
      finger(
        [
          [0.36, 0.12],
          [0.64, 0.1],
          [0.78, 0.2],
        ],
        0.068,
        0.05,
      ),
    ],
    bent: [],
    thumb: finger(
      [
        [0.06, 0.08],
        [0.26, 0.24],
        [0.46, 0.27],
        [0.72, 0.23],
      ],
      0.092,
      0.052,
    ),
    lines: [
      [
        [0.5, 0.075],
        [0.62, 0.05],
        [0.73, 0.13],
      ],
      [
        [0.46, -0.02],
        [0.58, -0.05],
        [0.68, 0.03],
      ],
      [
        [0.4, -0.1],
        [0.5, -0.135],
        [0.57, -0.06],
      ],
    ],
    closed: false,
  },
  /** A loose fist under a chin, the thumb along the jaw. */
  cradle: {
    palm: fistPalm,
    fingers: [],
    bent: folded,
    thumb: finger(
      [
        [0.06, 0.12],
        [0.22, 0.27],
        [0.44, 0.36],
        [0.72, 0.4],
      ],
      0.1,
      0.056,
    ),
    lines: [],
    closed: true,
  },
  /** A palm turned to the reader, its fingers spread. */
  open: {
    ...shown,
    palm: [
      ...wrist,
      [0.12, 0.17],
      [0.3, 0.22],
      [0.47, 0.205],
      [0.53, 0.08],
      [0.53, -0.08],
      [0.46, -0.2],
      [0.26, -0.215],
      [0.08, -0.16],
    ],
    fingers: [
      finger(
        [
          [0.15, 0.04],
          [0.29, 0.23],
          [0.42, 0.38],
          [0.58, 0.46],
        ],
        0.1,
        0.05,
      ),
      finger(
        [
          [0.4, 0.14],
          [0.66, 0.2],
          [0.91, 0.25],
        ],
        0.068,
        0.048,
      ),
      finger(
        [
          [0.42, 0.045],
          [0.72, 0.055],
          [1, 0.065],
        ],
        0.07,
        0.05,
      ),
      finger(
        [
          [0.4, -0.06],
          [0.68, -0.095],
          [0.94, -0.12],
        ],
        0.067,
        0.047,
      ),
      finger(
        [
          [0.34, -0.15],
          [0.54, -0.22],
          [0.75, -0.29],
        ],
        0.06,
        0.042,
      ),
    ],
    lines: [
      [
        [0.14, 0.02],
        [0.3, 0.06],
        [0.42, 0.17],
      ],
      [
        [0.4, -0.14],
        [0.42, 0],
        [0.46, 0.08],
      ],
    ],
  },
  /** The palm turned up, seen from the side of the thumb, which stands nearest to the reader. */
  proffer: {
    palm: [
      [0, -0.11],
      [-0.3, -0.115],
      [-0.3, 0.115],
      [0, 0.11],
      [0.14, 0.13],
      [0.34, 0.12],
      [0.5, 0.09],
      [0.54, 0.02],
      [0.5, -0.05],
      [0.3, -0.11],
      [0.12, -0.125],
    ],
    fingers: [
      finger(
        [
          [0.38, 0.1],
          [0.56, 0.2],
          [0.7, 0.34],
        ],
        0.06,
        0.042,
      ),
      finger(
        [
          [0.4, 0.07],
          [0.66, 0.16],
          [0.86, 0.3],
        ],
        0.064,
        0.046,
      ),
      finger(
        [
          [0.42, 0.04],
          [0.72, 0.09],
          [0.96, 0.2],
        ],
        0.066,
        0.048,
      ),
      finger(
        [
          [0.4, 0.01],
          [0.7, 0.01],
          [0.94, 0.07],
        ],
        0.068,
        0.048,
      ),
    ],
    bent: [],
    thumb: finger(
      [
        [0.06, 0],
        [0.24, 0.1],
        [0.38, 0.21],
        [0.5, 0.33],
      ],
      0.095,
      0.05,
    ),
    lines: [
      [
        [0.52, 0.075],
        [0.72, 0.06],
        [0.9, 0.12],
      ],
      [
        [0.55, 0.14],
        [0.7, 0.16],
        [0.86, 0.25],
      ],
    ],
    closed: false,
  },
  /** Fingers behind a sheet or under a board, the thumb on it. */
  sheet: {
    palm: back,
    fingers: straight,
    bent: [],
    thumb: finger(
      [
        [0.06, 0.06],
        [0.26, 0.2],
        [0.46, 0.22],
        [0.64, 0.16],
      ],
      0.096,
      0.056,
    ),
    lines: between,
    closed: false,
  },
} as const satisfies Record<string, HandForm>;

/** The ways a hand is held; `tucked`: out of sight under an arm or behind a hand. */
export type HandGesture = keyof typeof handForms | "tucked";
