/**
 * Whether a row can be used: a delivered row enters, its canonical values, its verdict and all its problems leave; may
 * use {@code identifier}, {@code tabular}, {@code feed} and {@code correction}.
 */
@NullMarked
package org.guiyi.validation;

import org.jspecify.annotations.NullMarked;
