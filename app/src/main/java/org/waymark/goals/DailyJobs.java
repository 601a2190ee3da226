package org.waymark.goals;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets jobs run by the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DailyJobs {}
