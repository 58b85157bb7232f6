package io.chengyun.platform.casework.door;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of a record that somebody changed by hand (篡改立案设置).
 *
 * @param caseClass class of the case that is opened; of a scenario that is installed, or no case is
 */
@ConfigurationProperties("chengyun.casework.tampered")
record TamperedSettings(@DefaultValue("0697") String caseClass) {}
