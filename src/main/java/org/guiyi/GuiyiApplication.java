package org.guiyi;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The stations and the jobs that string them together, as one Spring Boot application. */
@SpringBootApplication(proxyBeanMethods = false)
public class GuiyiApplication {}
