import { Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, RefObject } from "react";

interface LinkButtonProps extends ButtonProps, Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> {
  ref?: RefObject<HTMLAnchorElement>;
}

/** A link that looks like a button; its address is one of the router's. */
export const LinkButton = createLink((props: LinkButtonProps) => <Button component="a" {...props} />);
