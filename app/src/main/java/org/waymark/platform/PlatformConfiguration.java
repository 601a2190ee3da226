package org.waymark.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wires the database, the clock and the transactions. {@link Database}, {@link Home} and {@link
 * Settings} are made before Spring.
 */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
  /** What everything goes by; see {@link StoryClock}. */
  @Bean
  @Primary
  Clock clock(@Qualifier("wall") Clock wall) {
    return new StoryClock(wall);
  }

  /** The time it really is, whatever is being told. */
  @Bean(defaultCandidate = false)
  @Qualifier("wall")
  Clock wall() {
    return Clock.systemUTC();
  }

  @Bean
  JsonMapper json() {
    return Json.mapper();
  }

  @Bean(defaultCandidate = false)
  @Qualifier("pool")
  HikariDataSource pool(Database database) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("waymark");
    config.setJdbcUrl(database.url());
    config.setUsername(database.app().role());
    config.setPassword(database.app().password());
    config.setMaximumPoolSize(24);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(10_000);
    config.setValidationTimeout(2_000);
    config.setKeepaliveTime(60_000);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("stringtype", "unspecified");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }

  @Bean
  @Primary
  TenantDataSource dataSource(@Qualifier("pool") HikariDataSource pool) {
    return new TenantDataSource(pool);
  }

  @Bean
  PlatformTransactionManager transactionManager(TenantDataSource source) {
    return new TenantDataSource.Transactions(source);
  }

  /**
   * For rows of no workspace, such as finding out whose a token is: sealed tables look empty from
   * here.
   */
  @Bean(defaultCandidate = false)
  @Qualifier("lobby")
  JdbcClient lobby(@Qualifier("pool") HikariDataSource pool) {
    return JdbcClient.create(pool);
  }

  @Bean
  @Primary
  JdbcClient jdbcClient(TenantDataSource source) {
    return JdbcClient.create(source);
  }

  @Bean
  Tenancy tenancy(PlatformTransactionManager transactions, @Qualifier("lobby") JdbcClient lobby) {
    return new Tenancy(new TransactionTemplate(transactions), lobby);
  }
}
