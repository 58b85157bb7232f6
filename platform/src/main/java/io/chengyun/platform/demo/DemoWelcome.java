package io.chengyun.platform.demo;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo where to look and whom to be. */
@Component
@Profile("demo")
class DemoWelcome {

    private static final String WELCOME = """

            城运 Chengyun · 演示 demo
              http://127.0.0.1:%s
              commander  值班长 watch commander     acceptor   受理员 acceptor
              dispatcher 派遣员 dispatcher          handler    处置人员 handler
              inspector  核查员 inspector           admin      系统管理员 administrator
              steward-police, steward-fire, steward-market 数据管理员 data stewards
              handler-310112101 … 各街镇 one town only       密码 password: chengyun
              设计暴雨以 60 倍速度演示，约三分钟后回到真实时间。
              A design storm plays at x60 and reaches real time in about three minutes. Ctrl-C ends it.
            """;

    private final Environment environment;
    private final PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);

    DemoWelcome(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        out.printf(WELCOME, environment.getProperty("local.server.port", "8080"));
    }
}
