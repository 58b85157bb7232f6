package io.chengyun.platform.sensing.account;

import io.chengyun.platform.sensing.account.Accounts.Account;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * The accounts as metrics (对账指标): received = stored + rejected + waiting for each source, and how old what comes is. A number
 * of sources have their own; what came from the others is counted together.
 */
@Component
class AccountMetrics implements MeterBinder {

    private static final String PREFIX = "chengyun.sensing.";
    private static final String SOURCE = "source";
    private static final String OTHERS = "others";
    private static final double MILLIS = 1_000;

    private final Accounts accounts;
    private final AccountSettings settings;
    private final Set<String> metered = new HashSet<>();

    AccountMetrics(Accounts accounts, AccountSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bind(registry, OTHERS, this::sumOfOthers);
        Gauge.builder(PREFIX + "lag", this, metrics -> metrics.worstLag())
                .description("The worst lag of all sources in the last minute")
                .tag(SOURCE, "worst")
                .baseUnit("seconds")
                .register(registry);
        accounts.announce(source -> meter(registry, source));
    }

    private void meter(MeterRegistry registry, String source) {
        boolean own;
        synchronized (metered) {
            own = metered.size() < settings.metered() && metered.add(source);
        }
        if (own) {
            bind(registry, source, of -> of.applyAsDouble(accounts.get(source)));
            Gauge.builder(PREFIX + "lag", accounts, known -> lag(known.get(source)))
                    .description(
                            "How old the newest row of a batch was when it was stored, at most, in the last minute")
                    .tag(SOURCE, source)
                    .baseUnit("seconds")
                    .register(registry);
        }
    }

    private void bind(MeterRegistry registry, String source, ToDoubleFunction<ToDoubleFunction<Account>> rows) {
        count(registry, "received", source, rows, Account::received);
        count(registry, "stored", source, rows, Account::stored);
        count(registry, "rejected", source, rows, Account::rejectedRows);
        Gauge.builder(PREFIX + "waiting", rows, asked -> asked.applyAsDouble(Account::waiting))
                .tag(SOURCE, source)
                .baseUnit("rows")
                .register(registry);
    }

    private static void count(
            MeterRegistry registry,
            String name,
            String source,
            ToDoubleFunction<ToDoubleFunction<Account>> rows,
            ToDoubleFunction<Account> of) {
        FunctionCounter.builder(PREFIX + name, rows, asked -> asked.applyAsDouble(of))
                .tag(SOURCE, source)
                .baseUnit("rows")
                .register(registry);
    }

    private double sumOfOthers(ToDoubleFunction<Account> of) {
        Set<String> own;
        synchronized (metered) {
            own = Set.copyOf(metered);
        }
        return accounts.list().stream()
                .filter(account -> !own.contains(account.source()))
                .mapToDouble(of)
                .sum();
    }

    private double worstLag() {
        return accounts.list().stream()
                .mapToDouble(AccountMetrics::lag)
                .filter(seconds -> !Double.isNaN(seconds))
                .max()
                .orElse(Double.NaN);
    }

    private static double lag(Account account) {
        var figure = account.lag();
        Duration most = figure == null ? null : figure.max();
        return most == null ? Double.NaN : most.toMillis() / MILLIS;
    }
}
