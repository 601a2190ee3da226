/**
 * What every feature stands on: the home folder and its embedded PostgreSQL, the tenancy that keeps
 * one organisation's rows from another's, strict JSON, errors and their problem documents,
 * idempotency, audit, outbox. It knows no feature and calls none; every feature may call it. Read
 * {@link org.waymark.platform.Tenancy} first, then {@link org.waymark.platform.Database}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.waymark.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
