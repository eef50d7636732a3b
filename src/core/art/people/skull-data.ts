import type { ModelSheet } from "../artist.ts";

/** Half widths of the slices of a skull by their height, crown to chin, in head sizes. */
export const widths: [number, number][] = [
  [-0.5, 0.02],
  [-0.485, 0.122],
  [-0.44, 0.22],
  [-0.37, 0.3],
  [-0.28, 0.35],
  [-0.18, 0.37],
  [-0.08, 0.366],
  [0, 0.356],
  [0.1, 0.342],
  [0.2, 0.309],
  [0.28, 0.273],
  [0.35, 0.226],
  [0.41, 0.174],
  [0.455, 0.127],
  [0.485, 0.084],
  [0.5, 0.03],
];
/** Squareness of the front of a slice (2 is an ellipse): flat forehead, hollow eyes, cheekbones, a jaw like a keel. */
export const powers: [number, number][] = [
  [-0.5, 2],
  [-0.2, 2.35],
  [-0.08, 2.35],
  [0.03, 1.96],
  [0.12, 2.26],
  [0.2, 1.98],
  [0.28, 1.7],
  [0.36, 1.62],
  [0.46, 1.75],
  [0.5, 2],
];
/** The profile without nose and lips: brow, root of the nose, fold under the lip, chin. */
export const fronts: [number, number][] = [
  [-0.5, 0],
  [-0.47, 0.12],
  [-0.4, 0.226],
  [-0.3, 0.298],
  [-0.2, 0.331],
  [-0.1, 0.343],
  [-0.05, 0.336],
  [0, 0.32],
  [0.06, 0.321],
  [0.14, 0.326],
  [0.22, 0.328],
  [0.3, 0.325],
  [0.37, 0.314],
  [0.42, 0.318],
  [0.45, 0.312],
  [0.472, 0.298],
  [0.488, 0.276],
  [0.5, 0.236],
];
/** Depth of the back of each slice; under the ears that of the jaw. */
export const backs: [number, number][] = [
  [-0.5, -0.09],
  [-0.485, -0.165],
  [-0.46, -0.23],
  [-0.4, -0.312],
  [-0.3, -0.386],
  [-0.15, -0.43],
  [0, -0.418],
  [0.1, -0.37],
  [0.17, -0.29],
  [0.21, -0.18],
  [0.25, -0.108],
  [0.29, -0.092],
  [0.335, -0.07],
  [0.375, -0.024],
  [0.42, 0.07],
  [0.455, 0.144],
  [0.485, 0.192],
  [0.5, 0.206],
];
/** How far each nose stands out of the profile. */
export const ridges: Record<ModelSheet["nose"], [number, number][]> = {
  small: [
    [-0.03, 0],
    [0.03, 0.006],
    [0.09, 0.022],
    [0.135, 0.046],
    [0.162, 0.063],
    [0.182, 0.062],
    [0.202, 0.034],
    [0.225, 0.012],
    [0.24, 0.006],
  ],
  straight: [
    [-0.05, 0],
    [0, 0.01],
    [0.05, 0.03],
    [0.1, 0.053],
    [0.15, 0.076],
    [0.174, 0.084],
    [0.194, 0.078],
    [0.212, 0.04],
    [0.23, 0.014],
    [0.245, 0.008],
  ],
  hooked: [
    [-0.05, 0.002],
    [-0.01, 0.018],
    [0.04, 0.052],
    [0.085, 0.072],
    [0.14, 0.086],
    [0.174, 0.091],
    [0.198, 0.083],
    [0.215, 0.045],
    [0.232, 0.016],
    [0.248, 0.008],
  ],
  broad: [
    [-0.04, 0],
    [0.03, 0.012],
    [0.09, 0.034],
    [0.145, 0.066],
    [0.174, 0.078],
    [0.196, 0.072],
    [0.215, 0.038],
    [0.235, 0.014],
    [0.248, 0.008],
  ],
};
/** Lips and chin beyond the profile of the bone. */
export const lips: [number, number][] = [
  [0.235, 0.01],
  [0.262, 0.016],
  [0.283, 0.024],
  [0.303, 0.008],
  [0.326, 0.02],
  [0.345, 0.012],
  [0.372, -0.004],
  [0.405, 0.004],
  [0.44, 0.013],
  [0.475, 0.006],
  [0.5, 0],
];
/** The same where the teeth are gone: the lips sink in, the chin comes forward. */
export const noLips: [number, number][] = [
  [0.24, 0.004],
  [0.28, 0.004],
  [0.303, -0.008],
  [0.33, 0.004],
  [0.37, 0],
  [0.44, 0.03],
  [0.475, 0.026],
  [0.5, 0],
];

/** How each shape of face widens or narrows the slices: at temples, cheeks, jaw corner and chin. */
export const faces: Record<ModelSheet["face"], [number, number, number, number]> = {
  oval: [1, 1, 1, 1],
  round: [1.03, 1.09, 1.13, 1.2],
  square: [1, 1.02, 1.13, 1.34],
  long: [0.94, 0.9, 0.91, 0.98],
  heart: [1.04, 1.01, 0.9, 0.76],
};
