package io.chengyun.platform.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strictly the door is kept (权限设置).
 *
 * @param sampleAccounts whether the sample accounts of the district package exist; never on a house that others can reach
 * @param staffFile the sample accounts; a string, because Spring refuses a Path that begins with {@code ..} in a web server
 * @param hashStrength BCrypt's cost, as a power of two
 * @param idle how long a session stands without a request and without an open stream
 * @param absolute how long a session stands at most
 * @param triesPerName wrong passwords for one name from one address before that address must wait
 * @param triesPerAddress wrong passwords for any names from one address before it must wait
 * @param triesWindow how long wrong passwords are remembered
 */
@ConfigurationProperties("chengyun.access")
record AccessSettings(
        @DefaultValue("false") boolean sampleAccounts,
        @DefaultValue("districts/minhang/staff.csv") String staffFile,
        @DefaultValue("10") int hashStrength,
        @DefaultValue("2h") Duration idle,
        @DefaultValue("12h") Duration absolute,
        @DefaultValue("5") int triesPerName,
        @DefaultValue("50") int triesPerAddress,
        @DefaultValue("15m") Duration triesWindow) {}
