package org.nianbao.architecture.tangled.egg;

import org.nianbao.architecture.tangled.hen.Hen;

/** The other half. */
public record Egg(Hen hen) {}
