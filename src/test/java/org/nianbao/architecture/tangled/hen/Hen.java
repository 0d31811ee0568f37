package org.nianbao.architecture.tangled.hen;

import org.nianbao.architecture.tangled.egg.Egg;

/** One half of a cycle that the architecture test must see. */
public record Hen(Egg egg) {}
